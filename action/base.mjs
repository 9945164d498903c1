/** What starts a job of what has been accepted. Anything else may be a job of a fork's head, and does not say of what base. */
const accepted = ['push', 'schedule', 'workflow_dispatch', 'repository_dispatch', 'release', 'create'];

/**
 * The commit that says which findings count in a job: of a pull request, and of a group that is to be merged, the base.
 * Nothing where what is checked is itself what has been accepted, as on a push. Throws where neither is known.
 */
export function baseOf(eventName, event) {
  switch (eventName) {
    case 'pull_request':
    case 'pull_request_target':
    case 'pull_request_review':
    case 'pull_request_review_comment':
      return commit(event.pull_request?.base?.sha);
    case 'merge_group':
      return commit(event.merge_group?.base_sha);
    default:
      if (accepted.includes(eventName)) return undefined;
      throw new Error(
        `a job that \`${eventName}\` started does not say whose policy counts; run this action on pull_request or push`,
      );
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
