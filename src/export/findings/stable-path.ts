import type { Finding, Path } from '../../finding/finding.js';
import { parseYaml } from '../../questionnaire/definition/yaml-source.js';
import { canonicalJson } from '../../response/canonical-json.js';
