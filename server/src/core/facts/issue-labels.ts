import { withoutTail } from '../text/tail';
import { type DraftFieldId, draftFieldOf } from './draft-fields';
import { type FieldId, fieldIdOf } from './fields';
import { labelTopic } from './idea-labels';
import { wordKey } from './words';

/** What a part of an issue can be in a draft of some program. */
export type IssueFieldId =
  | FieldId
  | DraftFieldId
  | 'title'
  | 'project'
  | 'term'
  | 'difficulty'
  | 'size'
  | 'skills-same';

/**
 * The field that a label of an issue names. `rank` says how surely, from 0: of several parts with the same field, only
 * those with the lowest rank are the field.
 */
export interface IssueField {
  readonly id: IssueFieldId;
  readonly rank: number;
}

/** Labels of issues that no proposals file has, by field and rank, separated by bars. Case and punctuation do not matter. */
const labels: readonly (readonly [id: IssueFieldId, rank: number, labels: string])[] = [
  [
    'title',
    0,
    'Title | Project Title | Program Name | Project Name | Proposal Title | Idea Title | Proposal Name | ' +
      'Mentorship Title | Project Idea Title | Name of the Project | Task Title | Topic Title | Mentorship ' +
      'Project Title | Mentorship Project Name',
  ],
  ['project', 0, 'CNCF Project | CNCF Project Name | Organization | Project'],
  [
    'term',
    0,
    'Term | Program Term | Mentorship Term | LFX Term | Program Year Term | Program Year | Mentorship Period',
  ],
  ['skills-same', 0, 'Skills same as Technologies'],
  [
    'description',
    0,
    'Description | Project Description | Program Description | Proposal Description | Idea Description | ' +
      'Mentorship Description | Feature Description | Task Description | Issue Description | Detailed ' +
      'Description | Full Description | Description of the Project | Description of the Problem | Project ' +
      'Details | Description of the Feature | Project Idea Description',
  ],
  [
    'description',
    1,
    'Short Description | Brief Description | Summary | Project Summary | Overview | Project Overview | ' +
      'Abstract | Project Abstract | Synopsis | Proposal | Idea | The Idea | Project Idea | Proposed Solution | ' +
      "Solution | Describe the solution | Describe the solution you'd like | Describe the solution you would " +
      "like | Describe the feature you'd like | Describe the feature | Describe the feature request | Describe " +
      'the project | Describe the idea | Describe your idea | Describe the work | Describe the task | Describe ' +
      'the proposal | Describe your proposal | Feature Request | Feature | Proposed Feature | Proposed Change | ' +
      'Proposed Changes | Proposed Work | What would you like to be added | What would you like to be ' +
      'added/modified | What would you like to add | What would you like to see | What do you want to happen | ' +
      'What is the feature | What is the idea | What is this about | What is the project about | What is it ' +
      'about | What should be done | What needs to be done | What will the mentee do | What will the mentee work ' +
      'on | What will be done | What | Desired Behavior | Desired Behaviour | Expected Behavior | About | About ' +
      'the Project | The Project | Scope of Work | Project Scope | The Task | The Work | Work | Task | Your Idea',
  ],
  [
    'description',
    2,
    'Motivation | Background | Project Background | Context | Problem | Problem Statement | The Problem | ' +
      'Rationale | Introduction | Intro | Details | Explanation | Use Case | Why | Why is this needed | Why is ' +
      'this important | Why is it needed | Why does it matter | Why this matters | Is your feature request ' +
      'related to a problem | Is your feature request related to a problem? Please describe | Is your proposal ' +
      'related to a problem | What problem does this solve | What is the problem | What problem are you trying ' +
      'to solve | What problem would this feature solve | Current Behavior | Current State | Goals and ' +
      'Motivation | Scope',
  ],
  ['expected-outcome', 0, 'Outcome | Outcomes | Expected Deliverables | Expected Outcomes and Deliverables'],
  [
    'expected-outcome',
    2,
    'Acceptance Criteria | Completion Requirements | Acceptance Tests | Definition of Done | Success Criteria | What does success look ' +
      'like | What success looks like | Done when | Done means | Goals | Goal | Project Goals | Project Goal | ' +
      'Objectives | Objective | Project Objectives | Milestones | What will be delivered | What do we get | What ' +
      'we expect | What we will have in the end',
  ],
  [
    'recommended-skills',
    0,
    'Skills | Skills Required | Skills Needed | Skills Recommended | Skill Set | Skillset | Required Skillset ' +
      '| Recommended Skillset | Skills and Knowledge | Required and Recommended Skills | Required or Recommended ' +
      'Skills',
  ],
  [
    'recommended-skills',
    1,
    'Desirable Skills | Desired Skills | Preferred Skills | Nice to have | Good to have | Nice to have skills ' +
      '| Optional Skills | Bonus Skills',
  ],
  [
    'recommended-skills',
    2,
    'Prerequisites | Requirements | Pre-requisites | Knowledge | Knowledge Prerequisites | What you should ' +
      'know | What you need to know | What the mentee should know | Who is it for | You should know | Experience',
  ],
  [
    'technologies',
    0,
    'Technologies | Technology | Tech Stack | Technology Stack | Technologies Used | Technologies Involved | ' +
      'Technologies and Tools | Tools and Technologies | Programming Languages | Programming Language | ' +
      'Languages | Language | Languages and Tools | Stack | Tools',
  ],
  [
    'mentors',
    1,
    'People | Mentorship Contact | Mentorship Contacts | Mentoring | Mentored by | Mentor by | Who will mentor ' +
      '| Who mentors | Who can mentor | Who will be the mentor | Who will be the mentors | Who would mentor | ' +
      'Mentors and Contacts | Your Mentors | Mentoring Team | Mentor Team',
  ],
  [
    'mentors',
    2,
    'Who | Contact | Contacts | Contact Person | Contact Persons | Points of Contact | Point of Contact | Contact ' +
      'Info | Contact Information | Maintainers | Team',
  ],
  ['lfx-url', 0, 'Apply Link | Application Link | Link to Apply | Apply at | How to Apply'],
  [
    'upstream-issue',
    0,
    'Upstream Issue URL | Upstream URL | Upstream Link | Upstream Issue Link | Upstream | Link to Upstream ' +
      'Issue | Link to the Upstream Issue | URL of the Upstream Issue',
  ],
];

/** The same in other languages, as whole labels. */
const translations: readonly (readonly [id: IssueFieldId, labels: string])[] = [
  ['title', '项目标题 | 项目名称 | 标题 | 课题名称 | Titre | Título | Titel'],
  [
    'description',
    '项目描述 | 描述 | 项目简介 | 项目介绍 | 项目详细描述 | 简介 | 概要 | 説明 | Description du projet | Descripción | ' +
      'Descripción del proyecto | Descrição | Descrição do projeto | Beschreibung | Projektbeschreibung',
  ],
  [
    'expected-outcome',
    '预期成果 | 预期结果 | 项目产出 | 产出 | 项目产出要求 | 产出要求 | 交付物 | 期待される成果 | Résultats attendus | ' +
      'Résultat attendu | Livrables | Resultados esperados | Resultado esperado | Entregables | Ergebnisse | Erwartete Ergebnisse',
  ],
  [
    'recommended-skills',
    '技能要求 | 技能 | 所需技能 | 推荐技能 | 项目技术要求 | 技术要求 | 必要なスキル | Compétences | Compétences requises | ' +
      'Habilidades | Habilidades requeridas | Habilidades necessárias | Kenntnisse | Fähigkeiten',
  ],
  ['technologies', '技术栈 | 技术 | 编程语言 | 技術 | Technologien | Tecnologías | Tecnologias'],
  ['mentors', '导师 | 项目导师 | 社区导师 | 导师信息 | メンター | Mentores | Mentoren | Mentorat'],
  ['difficulty', '难度 | 项目难度 | Difficulté | Dificultad | Dificuldade | Schwierigkeit'],
  ['upstream-issue', '上游议题 | 上游问题 | 上游 Issue'],
];

const byKey = new Map<string, IssueField>(
  [...labels, ...translations.map(([id, own]) => [id, 0, own] as const)].flatMap(([id, rank, own]) =>
    own.split(' | ').map((label) => [wordKey(label), { id, rank }] as const),
  ),
);

/** A longer text is no label. */
const LONGEST = 100;

/** The field that a label of an issue names, whatever program it is written for. Null for other texts. */
export function issueFieldOf(label: string): IssueField | null {
  if (label.length > LONGEST) return null;
  const words = withoutRemark(label);
  const key = wordKey(words);
  if (key === '') return null;
  const own = byKey.get(key);
  if (own) return own;
  const draft = draftFieldOf(words);
  if (draft) return { id: draft.id, rank: 0 };
  const exact = fieldIdOf(words);
  // An issue that names "related issues" is not a copy of them.
  if (exact === 'upstream-issue' && !key.startsWith('upstream')) return null;
  if (exact) return { id: exact, rank: 0 };
  const found = fieldByTopic(words) ?? fieldOfQuestion(words);
  const bracket = words.indexOf(' (');
  return found ?? (bracket > 0 ? issueFieldOf(words.slice(0, bracket)) : null);
}

/** Whether a label asks for something about people beside their names: "GitHub Handle(s)", "Contact Email". */
export function isPersonColumn(label: string): boolean {
  const words = label.toLowerCase().match(/[a-z]+/g) ?? [];
  return (
    words.length <= 5 && /\b(?:handles?|usernames?|e-?mails?|lfids?)\b|^github(?: ids?| accounts?)?\W*$/i.test(label)
  );
}

/** What questions of templates ask for, in whatever words. The first that fits counts. */
const questions: readonly (readonly [RegExp, IssueField])[] = [
  [/^(?:\w+ ){0,3}(?:co-?)?mentors?(?: \w+){0,2}$/i, { id: 'mentors', rank: 1 }],
  [/^(?:\w+ ){0,4}skills?(?: \w+){0,2}$/i, { id: 'recommended-skills', rank: 1 }],
  [/^(?:\w+ ){0,3}(?:outputs?|outcomes?|deliverables?)(?: \w+){0,2}$/i, { id: 'expected-outcome', rank: 1 }],
  [/^who\b.*\bmentor/i, { id: 'mentors', rank: 1 }],
  [/\bupstream (?:issue|url|link)\b/i, { id: 'upstream-issue', rank: 1 }],
  [
    /^(?:(?:the|proposed|working|internship|mentorship|project|program|idea|proposal|task|topic) ){1,3}(?:title|name)$/i,
    { id: 'title', rank: 1 },
  ],
  [
    /\b(?:mentees?|contributors?|interns?|students?|applicants?|candidates?|you) (?:should|must|needs?|has|have|will need)(?: to)? (?:know|have|bring|be familiar|understand|be able)\b/i,
    { id: 'recommended-skills', rank: 2 },
  ],
  [
    /^(?:what )?you(?:['’]ll)? (?:should |will |need to )?(?:bring|know|need)\b/i,
    { id: 'recommended-skills', rank: 2 },
  ],
  [/^\w+ results?$/i, { id: 'expected-outcome', rank: 2 }],
  [/^(?:the )?(?:results?|outcomes?|deliverables?) (?:we|you|that)\b/i, { id: 'expected-outcome', rank: 2 }],
  [
    /^(?:at|by|in) the end\b.*\b(?:expect|have|has|want|deliver|there)\b|\b(?:mentees?|interns?|contributors?|students?|we) (?:will |should )?(?:deliver|expect)\b/i,
    { id: 'expected-outcome', rank: 2 },
  ],
  [/^what\b.*\b(?:know|skills?|familiar|bring)\b/i, { id: 'recommended-skills', rank: 2 }],
  [
    /^what\b.*\b(?:deliver|delivered|(?:in|at|by) the end|outcomes?|results?|achieved?|success)\b/i,
    { id: 'expected-outcome', rank: 2 },
  ],
  [/^(?:why\b|.*\bproblem\b|.*\bneeded$)/i, { id: 'description', rank: 2 }],
  [
    /^what\b.*\b(?:do|done|build|work|about|idea|feature|project|propose|proposing|want|like|add|added|change)\b/i,
    { id: 'description', rank: 1 },
  ],
  [/^(?:please )?describe (?:the|your|what) \w+(?: \w+){0,3}$/i, { id: 'description', rank: 1 }],
];

function fieldOfQuestion(label: string): IssueField | null {
  if (
    /\b(?:alternatives?|learn|contribut|tried|considered|not|steps|reproduce|happened|hours?|time|times|availability|meetings?|per|week)\b/i.test(
      label,
    )
  )
    return null;
  return questions.find(([pattern]) => pattern.test(label))?.[1] ?? null;
}

function fieldByTopic(label: string): IssueField | null {
  // What a mentee learns is no result of the work.
  if (/\blearn/i.test(label)) return null;
  switch (labelTopic(label)) {
    case 'mentors':
      return { id: 'mentors', rank: 0 };
    case 'skills':
      return { id: 'recommended-skills', rank: /\bskills?\b/i.test(label) ? 0 : 2 };
    case 'outcome':
      return { id: 'expected-outcome', rank: /\bexpected\b|\boutcomes?\b/i.test(label) ? 0 : 1 };
    case 'description':
      return { id: 'description', rank: /\bdescription\b/i.test(label) ? 0 : 2 };
    case 'title':
      return { id: 'title', rank: 1 };
    case 'difficulty':
      return { id: 'difficulty', rank: 0 };
    case 'size':
      return { id: 'size', rank: 0 };
    default:
      return null;
  }
}

/** "2. Recommended Skills (if different)" without what only surrounds the label. */
function withoutRemark(label: string): string {
  const own = label
    .replace(/\([^()]*\b(?:optional|required|if|please|e\.g|max|up to|one|list|comma|links?)\b[^()]*\)/gi, ' ')
    .replace(/\bin (?:a nutshell|short|brief|(?:one|a|two|a few|\d) (?:sentences?|words|lines?|paragraphs?))\b/i, ' ')
    .replace(/^[^\p{L}]+/u, '');
  return withoutTail(own, /[\s:：?!.*_–—-]/);
}
