/** "New Proposal…": asks step by step. The server writes the proposal. */
import * as vscode from 'vscode';
import {
  type NewProposalParams,
  type NewProposalPlacesParams,
  type NewProposalRemarkParams,
  newProposalMentorsRequest,
  newProposalPlacesRequest,
  newProposalProjectsRequest,
  newProposalRemarkRequest,
  newProposalRequest,
  type WireNewProposal,
  type WireOption,
  type WireRemark,
  type WireTarget,
} from '../../../server/src/protocol/new-proposal';
import { applyEdits, isReadOnly } from '../editor/edits';
import type { Ask, Refuse } from '../editor/rename';
import { type Branch, branchIn } from '../tree/branch';
import { l10n, list } from '../ui/l10n';
import { type PlainText, plainSentence, plainText } from '../ui/plain-text';
import { showInformation } from '../ui/surfaces';
import { chooseSome, entriesIn } from './choose-some';
import {
  type Answer,
  back,
  chooseOne,
  type Item,
  type Looked,
  type Step,
  type StepPlace,
  takeSteps,
  write,
} from './quick-steps';
import { showAt, showDraft } from './show';

/** What the command needs of the extension. */
export interface NewProposalHost {
  /** Starts the server where there is none. */
  readonly ask: Ask;
  readonly refuse: Refuse;
}

type Target = Pick<WireTarget, 'is' | 'uri' | 'term' | 'program'>;

/** The answers so far. */
interface Said {
  readonly target: (Target & Partial<WireTarget>) | null;
  readonly project: string;
  readonly title: string;
  /** Entries of the people who are chosen or typed. */
  readonly mentors: readonly string[];
  /** Entries that a keybinding gives, with a semicolon between them. */
  readonly others: string;
  readonly upstream: string;
}

/**
 * Asks for a new proposal. A keybinding can give `project`, `title`, `mentors` and `upstream`, and with `draft` (`lfx-
 * mentorship` or `summerofcode`) request an unsaved draft.
 */
export async function newProposal(host: NewProposalHost, given?: unknown): Promise<void> {
  const here = vscode.window.activeTextEditor?.document.uri.toString() ?? null;
  await askAndWrite(host, here, { ...nothingSaid, ...textsIn(given) }, false);
}

/** The same for an item of the view or a file, without asking for what that already says. */
export async function newProposalHere(host: NewProposalHost, given?: unknown): Promise<void> {
  const branch = branchIn(given);
  const here = given instanceof vscode.Uri ? given.toString() : (branch?.wire.place?.uri ?? null);
  if (here === null) return newProposal(host);
  await askAndWrite(host, here, { ...nothingSaid, project: projectOf(branch) }, true);
}

const nothingSaid: Said = { target: null, project: '', title: '', mentors: [], others: '', upstream: '' };

async function askAndWrite(host: NewProposalHost, here: string | null, start: Said, isSure: boolean): Promise<void> {
  const params: NewProposalPlacesParams = { here };
  const places = host.ask<readonly WireTarget[]>(newProposalPlacesRequest, params).then((found) => found ?? []);
  const [first] = isSure ? await places : [];
  const target = first?.isHere ? first : null;
  const known = target === null ? 0 : start.project === '' ? 1 : 2;
  const said = await takeSteps(
    l10n.t('New Proposal'),
    steps(host, places),
    { ...start, target: target ?? start.target },
    known,
  );
  if (said?.target) await writeProposal(host, said, said.target);
}

function steps(host: NewProposalHost, places: Promise<readonly WireTarget[]>): readonly Step<Said>[] {
  return [
    async (said, place) => {
      const items = places.then((all) => all.map((value) => ({ ...texts(value.label, value.detail), value })));
      const placeholder = l10n.t('The term and the file that the proposal is for');
      const isActive = (target: WireTarget) => said.target !== null && isSameTarget(target, said.target);
      const none = (typed: string) => ({
        label: l10n.t('No term that takes proposals matches "{0}".', plainText(typed)),
        description: l10n.t('Terms that are over are not listed.'),
      });
      const target = await chooseOne(place, { placeholder, items, isActive, none });
      return merged(said, target, (value) => ({ target: value }));
    },
    async (said, place) => {
      const projects = host.ask<readonly WireOption[]>(newProposalProjectsRequest, paramsFor(said));
      const items = optionsIn(projects);
      const project = await chooseOne(place, {
        placeholder: l10n.t('The CNCF project that the proposal belongs to'),
        items,
        isActive: (value) => value === said.project,
        written: (typed) => ({ label: plainText(typed), description: l10n.t('as it is written'), value: typed }),
      });
      return merged(said, project, (value) => ({ project: value }));
    },
    async (said, place) => {
      const title = await write(place, {
        placeholder: l10n.t('What the mentee will do, in a few words'),
        value: said.title,
        insist,
        say: (typed) => remarkOn(host, { ...said, title: typed }, 'title'),
      });
      return merged(said, title, (value) => ({ title: value }));
    },
    (said, place) => askForMentors(host, said, place),
    async (said, place) => {
      const upstream = await write(place, {
        placeholder: l10n.t('The upstream issue'),
        value: said.upstream,
        insist,
        say: (typed) => remarkOn(host, { ...said, upstream: typed }, 'upstream'),
      });
      return merged(said, upstream, (value) => ({ upstream: value }));
    },
  ];
}

/** The message when Enter is pressed for a questionable answer. */
function insist(message: PlainText): PlainText {
  return l10n.t('{0} Press Enter again to keep it.', message);
}

/** People of the workspace, and others as they are typed. */
async function askForMentors(host: NewProposalHost, said: Said, place: StepPlace): Promise<Answer<Said>> {
  const people = await optionsIn(host.ask<readonly WireOption[]>(newProposalMentorsRequest, paramsFor(said)));
  const mentors = await chooseSome(place, {
    placeholder: l10n.t('Type a name and press Enter. Two mentors are best, four at most.'),
    items: people,
    chosen: paramsFor(said).mentors,
    goOn: (chosen) =>
      chosen.length === 0 ? l10n.t('Continue without mentors for now') : l10n.t('Continue with {0}', list(chosen)),
    written: l10n.t('Add as it is written'),
  });
  return merged(said, mentors, (value) => ({ mentors: value, others: '' }));
}

/** The findings for the typed text, and the length of the program name. */
async function remarkOn({ ask }: NewProposalHost, said: Said, part: NewProposalRemarkParams['part']): Promise<Looked> {
  const params: NewProposalRemarkParams = { ...paramsFor(said), part };
  const remark = await ask<WireRemark>(newProposalRemarkRequest, params).catch(() => null);
  const { budget = null, finding = null, issues = '' } = remark ?? {};
  const isEmpty = part === 'title' && said.title.trim() === '';
  const prompt = promptFor(part, budget, issues);
  // Without a term, no rule checks the length.
  const isTooLong = part === 'title' && budget !== null && budget.used > budget.most;
  const isBad = isTooLong || finding?.severity === 'error' || finding?.severity === 'warning';
  return {
    prompt,
    message: finding && !isEmpty ? plainSentence(finding.message) : isTooLong ? prompt : null,
    needed: l10n.t('A proposal needs a title: say in a few words what the mentee will do.'),
    severity: severities[finding?.severity ?? (isTooLong ? 'warning' : 'hint')],
    isFine: isEmpty ? 'no' : isBad ? 'insist' : 'yes',
  };
}

function promptFor(part: NewProposalRemarkParams['part'], budget: WireRemark['budget'], issues: string): PlainText {
  if (part === 'mentors') return l10n.t('You can leave it empty for now.');
  if (part === 'upstream') {
    if (issues === '') return l10n.t('The address of the issue that tracks the work. You can leave it empty for now.');
    return l10n.t('The issue that tracks the work, such as {0}1. You can leave it empty for now.', plainText(issues));
  }
  if (!budget) return l10n.t('The title of the proposal');
  return l10n.t('{0} of {1} characters: {2}', budget.used, budget.most, plainText(budget.name));
}

const severities: Record<NonNullable<WireRemark['finding']>['severity'], vscode.InputBoxValidationSeverity> = {
  error: vscode.InputBoxValidationSeverity.Warning,
  warning: vscode.InputBoxValidationSeverity.Warning,
  information: vscode.InputBoxValidationSeverity.Info,
  hint: vscode.InputBoxValidationSeverity.Info,
};

/** The number of retries if the document changes meanwhile. */
const TRIES = 5;

/** Writes the proposal into the current version of the document. */
async function writeProposal(
  { ask, refuse }: NewProposalHost,
  said: Said,
  target: Target & Partial<WireTarget>,
): Promise<void> {
  const document = target.is === 'file' ? await documentOf(target) : null;
  for (let tries = 0; tries < TRIES; tries++) {
    const answer = await ask<WireNewProposal>(newProposalRequest, paramsFor(said));
    if (!answer) break;
    if (answer.is === 'refused') return refuse(plainSentence(answer.why));
    if (answer.is === 'draft') {
      await showDraft(answer.text, answer.caret);
      if (target.form) void offerPreview();
      return;
    }
    const { version, range, text } = answer;
    if (document && (await isReadOnly(document.uri))) {
      refuse(l10n.t('This file can only be read. The proposal is in a new document instead.'));
      return showDraft(text, { ...answer.caret, line: answer.caret.line - range.start.line });
    }
    if (document && (await applyEdits(document, { version, edits: [{ range, text }] })))
      return showAt(document, answer.caret);
  }
  refuse(l10n.t('Cannot write to the file.'));
}

/** The document of a target, without a tab. Null if it was deleted. */
async function documentOf({ uri }: Target): Promise<vscode.TextDocument | null> {
  try {
    return uri === null ? null : await vscode.workspace.openTextDocument(vscode.Uri.parse(uri));
  } catch {
    return null;
  }
}

/** Says how the draft is sent. The message stays, because the draft has to be finished first. */
async function offerPreview(): Promise<void> {
  const preview = l10n.t('Preview Submission');
  const message = l10n.t('This term uses an issue form. When the draft is finished, run "Submit Proposal…".');
  if ((await showInformation(message, preview)) === preview)
    await vscode.commands.executeCommand('mentorshipProposals.previewSubmission');
}

function paramsFor({ target, project, title, mentors, others, upstream }: Said): NewProposalParams {
  const { is = 'draft', uri = null, term = null, program = null } = target ?? {};
  return {
    target: { is, uri, term, program },
    project,
    title,
    mentors: [...mentors, ...entriesIn(others)],
    upstream,
  };
}

function isSameTarget(a: Target, b: Target): boolean {
  return a.is === b.is && a.uri === b.uri && a.term === b.term && a.program === b.program;
}

function merged<T>(said: Said, answer: Answer<T>, more: (value: T) => Partial<Said>): Answer<Said> {
  if (answer === undefined) return undefined;
  return answer === back ? back : { ...said, ...more(answer as T) };
}

async function optionsIn(answer: Promise<readonly WireOption[] | null>): Promise<readonly Item<string>[]> {
  return ((await answer) ?? []).map(({ label, detail, text }) => ({ ...texts(label, detail), value: text }));
}

function texts(label: string, description: string) {
  return { label: plainText(label), description: plainText(description) };
}

/** The project of an item in the view. Empty if there is none. */
function projectOf(branch: Branch | null): string {
  for (let each = branch; each; each = each.parent) {
    // The group for proposals without a project has no name in its id.
    if (each.wire.is === 'project') return each.wire.id.endsWith('\n') ? '' : each.wire.label;
  }
  return '';
}

function textsIn(given: unknown): Partial<Said> {
  const { project, title, mentors, upstream, draft } = (given ?? {}) as Readonly<Record<string, unknown>>;
  const program = draft === 'lfx-mentorship' || draft === 'summerofcode' ? draft : null;
  const target = program && ({ is: 'draft', uri: null, term: null, program } as const);
  const text = (value: unknown) => (typeof value === 'string' ? value : '');
  return { target, project: text(project), title: text(title), others: text(mentors), upstream: text(upstream) };
}
