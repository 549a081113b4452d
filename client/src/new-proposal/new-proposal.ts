/** "New Proposal…": asks step by step. The server writes the proposal. */
import * as vscode from 'vscode';
import {
  type NewProposalParams,
  type NewProposalPlacesParams,
  newProposalMentorsRequest,
  newProposalPlacesRequest,
  newProposalProjectsRequest,
  newProposalRequest,
  type WireNewProposal,
  type WireOption,
  type WireTarget,
} from '../../../server/src/protocol/new-proposal';
import { applyEdits, isReadOnly } from '../editor/edits';
import { type Branch, branchIn } from '../tree/branch';
import { l10n, list } from '../ui/l10n';
import { plainSentence, plainText } from '../ui/plain-text';
import { showInformation } from '../ui/surfaces';
import { namesIssue } from './ask-issue';
import { chooseSome, entriesIn } from './choose-some';
import type { DraftHost } from './draft-host';
import { fillFromIssue } from './fill-from-issue';
import type { LeftOut } from './left-out';
import { type Answer, back, chooseOne, type Item, type Step, type StepPlace, takeSteps, write } from './quick-steps';
import { insist, remarkOn } from './remark';
import { showAt, showDraft } from './show';

/** What the command needs of the extension. */
export type NewProposalHost = DraftHost;

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
  /** Whether the rest is taken from the upstream issue. */
  readonly takesRest: boolean;
}

/**
 * Asks for a new proposal. A keybinding can give `project`, `title`, `mentors` and `upstream`, and with `draft` (`lfx-
 * mentorship` or `summerofcode`) request an unsaved draft.
 */
export async function newProposal(host: NewProposalHost, leftOut: LeftOut, given?: unknown): Promise<void> {
  const here = vscode.window.activeTextEditor?.document.uri.toString() ?? null;
  await askAndWrite(host, leftOut, { here, start: { ...nothingSaid, ...textsIn(given) }, isSure: false });
}

/** The same for an item of the view or a file, without asking for what that already says. */
export async function newProposalHere(host: NewProposalHost, leftOut: LeftOut, given?: unknown): Promise<void> {
  const branch = branchIn(given);
  const here = given instanceof vscode.Uri ? given.toString() : (branch?.wire.place?.uri ?? null);
  if (here === null) return newProposal(host, leftOut);
  await askAndWrite(host, leftOut, { here, start: { ...nothingSaid, project: projectOf(branch) }, isSure: true });
}

const nothingSaid: Said = {
  target: null,
  project: '',
  title: '',
  mentors: [],
  others: '',
  upstream: '',
  takesRest: false,
};

interface Begun {
  readonly here: string | null;
  readonly start: Said;
  /** Whether the place is not asked for. */
  readonly isSure: boolean;
}

async function askAndWrite(host: NewProposalHost, leftOut: LeftOut, { here, start, isSure }: Begun): Promise<void> {
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
  if (!said?.target || !(await writeProposal(host, said, said.target)) || !said.takesRest) return;
  await fillFromIssue(host, leftOut, undefined);
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
        placeholder: l10n.t('The project that the proposal belongs to'),
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
        say: (typed) => remarkOn(host, { ...paramsFor({ ...said, title: typed }), part: 'title' }),
      });
      return merged(said, title, (value) => ({ title: value }));
    },
    (said, place) => askForMentors(host, said, place),
    async (said, place) => {
      let takesRest = false;
      const upstream = await write(place, {
        placeholder: l10n.t('The upstream issue'),
        value: said.upstream,
        insist,
        say: (typed) => remarkOn(host, { ...paramsFor({ ...said, upstream: typed }), part: 'upstream' }),
        also: {
          button: { iconPath: new vscode.ThemeIcon('cloud-download'), tooltip: l10n.t('Fill In from This Issue') },
          isFor: namesIssue,
          taken: (isPressed) => {
            takesRest = isPressed;
          },
        },
      });
      return merged(said, upstream, (value) => ({ upstream: value, takesRest }));
    },
  ];
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

/** The number of retries if the document changes meanwhile. */
const TRIES = 5;

/** Writes the proposal into the current version of the document, and shows it. Returns whether it did. */
async function writeProposal(
  { ask, refuse }: NewProposalHost,
  said: Said,
  target: Target & Partial<WireTarget>,
): Promise<boolean> {
  const document = target.is === 'file' ? await documentOf(target) : null;
  for (let tries = 0; tries < TRIES; tries++) {
    const answer = await ask<WireNewProposal>(newProposalRequest, paramsFor(said));
    if (!answer) break;
    if (answer.is === 'refused') {
      refuse(plainSentence(answer.why));
      return false;
    }
    if (answer.is === 'draft') {
      await showDraft(answer.text, answer.caret);
      if (target.form) void offerPreview();
      return true;
    }
    const { version, range, text } = answer;
    if (document && (await isReadOnly(document.uri))) {
      refuse(l10n.t('This file can only be read. The proposal is in a new document instead.'));
      await showDraft(text, { ...answer.caret, line: answer.caret.line - range.start.line });
      return true;
    }
    if (document && (await applyEdits(document, { version, edits: [{ range, text }] }))) {
      await showAt(document, answer.caret);
      return true;
    }
  }
  refuse(l10n.t('Cannot write to the file.'));
  return false;
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
