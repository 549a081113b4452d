import { readFileNow, reasonOf } from '../../adapters/files/node-files';
import { writeAtomically } from '../../adapters/files/write-atomically';
import { counted } from '../../core/facts/words';
import type { Finding } from '../../core/linter/rule';
import { exact, unifiedDiff } from '../../host/report/unified-diff';
import type { CheckCommand } from './check-arguments';
import type { Input, InputFile } from './input';
import type { Judged, Judgement } from './judge';
import { screenOf } from './screen';

/** Writes or shows what has been repaired in memory, and keeps count of it. */
export class Repairs {
  private files = 0;
  private findings = 0;
  /** What `preview` has shown, one text for each file. */
  readonly diffs: string[] = [];

  constructor(
    private readonly input: Input,
    private readonly command: CheckCommand,
  ) {}

  /** How the file is or would be then. */
  done(file: InputFile, judgement: Judgement): Judged | Promise<Judged> {
    return this.command.fixDryRun ? this.preview(file, judgement) : this.write(file, judgement);
  }

  /** One that cannot be written is named and stays as it is. */
  private async write(file: InputFile, { now, repaired }: Judgement): Promise<Judged> {
    if (!repaired || !this.isExact(file)) return now;
    const { disk, shown, content, inside } = file;
    const present = readFileNow(disk, inside);
    // It was given twice, or by two names.
    if (present.is === 'text' && present.text === repaired.document.text) return repaired;
    if (present.is !== 'text' || present.text !== content.text) {
      this.input.failed(shown, 'was not fixed: it has changed in the meantime.');
      return now;
    }
    try {
      await writeAtomically(disk, content.bom ? `\uFEFF${repaired.document.text}` : repaired.document.text, inside);
    } catch (error) {
      this.input.failed(shown, `could not be written: ${reasonOf(error)}.`);
      return now;
    }
    return this.counted(now, repaired);
  }

  /** What would change is in `diffs`, and nothing is written. */
  private preview(file: InputFile, { now, repaired }: Judgement): Judged {
    if (!repaired || !this.isExact(file)) return now;
    const { shown, content } = file;
    const look = this.command.output === null ? screenOf(this.command.color) : exact;
    this.diffs.push(unifiedDiff({ path: shown, ...content, edits: repaired.edits }, look));
    return this.counted(now, repaired);
  }

  /** One sentence for the person who has asked for repairs; `left` findings are there after them. */
  summary(left: number): string {
    const isPreview = this.command.fixDryRun;
    const repaired = `${isPreview ? '--fix would fix' : 'Fixed'} ${counted(this.findings, 'finding')} in ${counted(this.files, 'file')}`;
    const are = isPreview ? 'would be' : left === 1 ? 'is' : 'are';
    return `${repaired}; ${counted(left, 'finding')} ${are} left.`;
  }

  private isExact({ content, shown }: InputFile): boolean {
    if (!content.exact) this.input.failed(shown, 'was not fixed: it is not UTF-8 text.');
    return content.exact;
  }

  private counted(now: Judged, repaired: Judged): Judged {
    this.files++;
    this.findings += goneFrom(now.findings, repaired.findings);
    return repaired;
  }
}

/** How many findings are not there any more. Places move with the text, words do not. */
function goneFrom(before: readonly Finding[], after: readonly Finding[]): number {
  const key = ({ rule, message }: Finding) => `${rule} ${message}`;
  const left = new Map<string, number>();
  for (const finding of after) left.set(key(finding), (left.get(key(finding)) ?? 0) + 1);
  return before.filter((finding) => {
    const count = left.get(key(finding)) ?? 0;
    left.set(key(finding), count - 1);
    return count <= 0;
  }).length;
}
