import { readFileNow, reasonOf } from '../../adapters/files/node-files';
import { writeAtomically } from '../../adapters/files/write-atomically';
import { counted } from '../../core/facts/words';
import type { Finding } from '../../core/linter/rule';
import type { Input } from './input';
import type { Judged, Judgement } from './judge';

/** Writes what has been repaired in memory, and keeps count of it. */
export class Repairs {
  private files = 0;
  private findings = 0;

  constructor(private readonly input: Input) {}

  /** How the file is then. One that cannot be written is named and stays as it is. */
  async write({ target: { file }, now, repaired }: Judgement): Promise<Judged> {
    if (!repaired) return now;
    const { disk, shown, content, inside } = file;
    if (!content.exact) {
      this.input.failed(shown, 'was not fixed: it is not UTF-8 text.');
      return now;
    }
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
    this.files++;
    this.findings += goneFrom(now.findings, repaired.findings);
    return repaired;
  }

  /** One sentence for the person who has asked for repairs; `left` findings are there after them. */
  summary(left: number): string {
    const repaired = `Fixed ${counted(this.findings, 'finding')} in ${counted(this.files, 'file')}`;
    return `${repaired}; ${counted(left, 'finding')} ${left === 1 ? 'is' : 'are'} left.`;
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
