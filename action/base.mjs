/**
 * The commit that says which findings count in a job: of a pull request, and of a group that is to be merged, the base.
 * Nothing where what is checked is itself what has been accepted, as on a push.
 */
export function baseOf(eventName, event) {
  switch (eventName) {
    case 'pull_request':
    case 'pull_request_target':
    case 'pull_request_review':
      return commit(event.pull_request?.base?.sha);
    case 'merge_group':
      return commit(event.merge_group?.base_sha);
    default:
      return undefined;
  }
}

/** The commit that a job's changes are told from: the base, or what a push started from. */
export function comparedWith(eventName, event) {
  if (eventName !== 'push') return baseOf(eventName, event);
  // Of a new branch there is none, which GitHub says with zeros.
  return /^0*$/.test(event.before ?? '') ? undefined : commit(event.before);
}

function commit(sha) {
  if (/^[0-9a-f]{40,64}$/.test(sha ?? '')) return sha;
  throw new Error('the event that started this job names no base commit');
}
