import type { CancellationToken } from 'vscode-languageserver';
import type { OpenProposal } from '../../core/facts/open-proposal';
import type { ProjectList } from '../../core/facts/projects';
import type { ProposalForm } from '../../core/facts/proposal-form';
import { type Branch, everything, type OutlineChoice, type OutlineView } from '../../core/features/outline/branch';
import { StateCounts } from '../../core/features/outline/issue-states';
import { branchesIn, filesInWork, proposalsIn, wayTo } from '../../core/features/outline/outline';
import { textOf } from '../../core/features/outline/text';
import type { KnownFile } from '../../core/known/known';
import { isTermOfForm } from '../../core/submission/form-of-document';
import { type Review, reviewsOf } from '../../core/submission/review';
import type { Files } from '../../host/ports';
import {
  type OutlineParams,
  type OutlineTextParams,
  type OutlineWayParams,
  outlineChanged,
  outlineRequest,
  outlineTextRequest,
  outlineWayRequest,
  type WireBranch,
  type WireChoice,
  type WireOutline,
  type WireText,
} from '../../protocol/outline';
import type { Context } from '../server/context';
import { backgroundWith } from '../server/guard';
import { rangeOf } from '../server/locations';
import { paramsIn, placeIn, textIn } from '../server/params';
import { withTimeout } from '../server/timeout';
import { OutlineProblems } from './outline-problems';

/** Called when the view may show something new. */
export interface OutlineEvents {
  /** The content of files has changed. */
  changed(): void;
  /** Findings may have changed although no file has, because of issues or settings. */
  issuesChanged(): void;
}

/**
 * Answers for the view. A client that offers to hear of changes or has asked is notified once until it asks again, so
 * typing costs at most one message per second, and none while the view is hidden.
 */
export function serveOutline(context: Context, files: Files): OutlineEvents {
  const outline = new Outline(context, files);
  const { connection, documents, guard } = context;
  connection.onRequest<WireOutline, never>(
    outlineRequest,
    guard('the outline', nothing, (params: unknown, token) => outline.children(params, token)),
  );
  connection.onRequest<readonly WireBranch[], never>(
    outlineWayRequest,
    guard('the way to a place', [], (params: unknown) => outline.way(params)),
  );
  connection.onRequest<WireText | null, never>(
    outlineTextRequest,
    guard('the text of a proposal', null, (params: unknown) => outline.text(params)),
  );
  documents.texts.onDidChangeContent(() => outline.changed());
  documents.texts.onDidClose(() => outline.changed());
  return outline;
}

/** The longest wait for a term's findings when a person expands it, in milliseconds. */
const TIMEOUT = 300;

interface Reviewed {
  readonly issues: readonly OpenProposal[];
  readonly form: ProposalForm;
  readonly projects: ProjectList;
  readonly all: readonly Review[];
}

const nothing: WireOutline = { branches: [], looking: false, reading: false };

class Outline implements OutlineEvents {
  private readonly problems: OutlineProblems;
  private readonly states: StateCounts;
  private reviews: Reviewed | null = null;
  private isNotified: boolean;
  /** Whether files of collapsed terms are being checked. */
  private looking = false;
  /** Whether the workspace has not been read yet. */
  private reading = true;

  constructor(
    private readonly context: Context,
    files: Files,
  ) {
    // Editors without our view would show a warning about a message that they do not know.
    this.isNotified = !context.client.hearsOutline;
    this.problems = new OutlineProblems(context, files);
    this.states = new StateCounts((key) => context.known.issue(key));
  }

  changed(): void {
    if (this.isNotified) return;
    this.isNotified = true;
    // A client that is shutting down needs no notification.
    void this.context.connection.sendNotification(outlineChanged).catch(() => {});
  }

  issuesChanged(): void {
    this.problems.forget();
    this.states.forget();
    this.changed();
  }

  async children(params: unknown, token: CancellationToken): Promise<WireOutline> {
    this.isNotified = false;
    const { parent, choice } = paramsIn<OutlineParams>(params);
    const id = typeof parent === 'string' ? parent : null;
    const wanted = choiceIn(choice);
    if (this.reading) await this.readShortly(token);
    // The answer comes in a notification.
    if (this.takesIssues()) void this.context.reviews.look();
    if (id !== null) await this.lookShortly(id, wanted);
    else if (wanted.problems) {
      await this.problems.look(this.openFiles());
      this.lookBehind(wanted);
    }
    const view = this.view(wanted);
    if (id !== null) this.fetchIssuesOf(id, view);
    const isNew = (file: KnownFile) => this.problems.of(file) === null;
    return {
      branches: branchesIn(id, view).map((branch) => this.wire(branch)),
      looking: wanted.problems && this.filesInWork(id, wanted).some(isNew),
      reading: this.reading,
    };
  }

  /** Waits for the first reading of the workspace, as long as a person does. The rest comes in a notification. */
  private async readShortly(token: CancellationToken): Promise<void> {
    const { workspace, clock } = this.context;
    const read = workspace.load().then(() => {
      this.reading = false;
    });
    await withTimeout(read, TIMEOUT, clock, token);
    if (this.reading) void read.then(() => this.changed());
  }

  async way(params: unknown): Promise<readonly WireBranch[]> {
    const { choice } = paramsIn<OutlineWayParams>(params);
    const at = placeIn(params);
    const open = at && this.context.documents.get(at.uri);
    if (!at || !open?.proposals.kind) return [];
    const { uri, position } = at;
    await this.problems.look(this.openFiles().filter((file) => file.uri === uri));
    // A caret before the heading in its line means that heading.
    const end = open.text.offsetAt({ line: position.line + 1, character: 0 });
    const place = { uri: open.text.uri, span: { start: end, end } };
    return wayTo(place, this.view(choiceIn(choice))).map((branch) => this.wire(branch));
  }

  async text(params: unknown): Promise<WireText | null> {
    const { id } = paramsIn<OutlineTextParams>(params);
    if (typeof id !== 'string') return null;
    const proposals = proposalsIn(id, this.view(everything));
    const file = proposals[0]?.proposal.file;
    const document = file && (await this.problems.read(file));
    const wanted = proposals.filter(({ proposal }) => proposal.file === file);
    const written = document ? textOf(document, wanted, wanted[0]?.id !== id) : null;
    return file && written ? { ...written, uri: file.uri, path: file.path } : null;
  }

  private view(choice: OutlineChoice): OutlineView {
    const { known, clock } = this.context;
    return {
      files: known.files(),
      issue: (key) => known.issue(key),
      states: (of) => this.states.of(of),
      problems: (file) => this.problems.of(file),
      reviews: { all: this.reviewed(), viewer: this.context.reviews.viewer },
      now: clock.now(),
      choice,
      l10n: this.context.l10n,
    };
  }

  /** Whether the workspace has a term whose proposals are filed with CNCF's form. */
  private takesIssues(): boolean {
    const { known } = this.context;
    return (
      known.terms().length > 0 || known.files().some(({ kind, term }) => kind === 'proposed' && isTermOfForm(term))
    );
  }

  /** The issues in review, checked once as long as they, the form and the projects are the same. */
  private reviewed(): readonly Review[] {
    const { known, workspace } = this.context;
    const [issues, form, projects] = [known.inReview(), known.form(), workspace.projects()];
    const last = this.reviews;
    if (last?.issues === issues && last.form === form && last.projects === projects) return last.all;
    const all = reviewsOf(issues, { form, projects });
    this.reviews = { issues, form, projects, all };
    return all;
  }

  /** Checks the files of a term. If that takes too long for a person, the results follow in a notification. */
  private lookShortly(id: string, choice: OutlineChoice): Promise<void> {
    const look = this.problems.look(this.filesInWork(id, choice));
    return new Promise((answer, fail) => {
      let late = false;
      const stopWaiting = this.context.clock.after(TIMEOUT, () => {
        late = true;
        answer();
      });
      look.then((news) => {
        stopWaiting();
        if (late && news) this.changed();
        answer();
      }, fail);
    });
  }

  /** Checks the files of all current terms and notifies the client of the results. */
  private lookBehind(choice: OutlineChoice): void {
    if (this.looking) return;
    this.looking = true;
    const look = backgroundWith(this.context.guard)('looking through the files', async () => {
      const news = await this.problems.look(this.filesInWork(null, choice));
      this.looking = false;
      if (news) this.changed();
    });
    void look.finally(() => {
      this.looking = false;
    });
  }

  /** Every version of an open document is a separate file and quick to check. */
  private openFiles(): readonly KnownFile[] {
    const { documents, known } = this.context;
    return known.files().filter(({ uri }) => documents.texts.get(uri));
  }

  private filesInWork(id: string | null, choice: OutlineChoice): readonly KnownFile[] {
    return filesInWork(id, this.view(choice), ({ uri }) => this.context.documents.texts.get(uri) !== undefined);
  }

  /** Fetches the upstream issues that are visible, but only with an account. */
  private fetchIssuesOf(id: string, view: OutlineView): void {
    const { issueStore } = this.context;
    if (!issueStore.canFetchInBackground) return;
    const keys = proposalsIn(id, view).flatMap(({ proposal }) => proposal.uses.slice(0, 1));
    if (keys.length > 0) void issueStore.fetch(keys, 'background');
  }

  private wire(branch: Branch): WireBranch {
    const { place } = branch;
    return { ...branch, place: place && { uri: place.uri, range: rangeOf(this.context, place) ?? beginning } };
  }
}

/** The start of the file if it was deleted meanwhile. */
const beginning = { start: { line: 0, character: 0 }, end: { line: 0, character: 0 } };

function choiceIn(choice: unknown): OutlineChoice {
  const { text, people, problems, sort } = paramsIn<WireChoice>(choice);
  return {
    text: textIn(text).slice(0, 200),
    people: Array.isArray(people) ? people.filter((each) => typeof each === 'string') : null,
    problems: problems === true,
    sort: sort === 'name' ? 'name' : 'order',
  };
}
