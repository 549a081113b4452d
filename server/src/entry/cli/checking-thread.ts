import { answerWith } from '../../adapters/threads/thread';
import { type CncfProject, ProjectList } from '../../core/facts/projects';
import type { ProposalForm } from '../../core/facts/proposal-form';
import type { KnownFile } from '../../core/known/known';
import type { RuleSettings } from '../../core/linter/rule';
import { Directory, knownFromDirectory } from '../../host/workspace/file-index';
import type { CheckCommand } from './check-arguments';
import { type CheckedFile, checkedFile } from './checked-file';
import { type Reading, readAgain } from './input';
import { judged } from './judge';
import { wantedIn } from './wanted';

/** What all files of a check share, as plain data. */
export interface SharedFacts {
  readonly files: readonly KnownFile[];
  readonly form: ProposalForm;
  /** The repositories' lists of projects. */
  readonly lists: readonly (readonly CncfProject[])[];
  readonly command: Pick<CheckCommand, 'rules' | 'least' | 'format'>;
}

/** A file to check, as plain data. */
export interface FileToCheck {
  readonly text: string;
  readonly shown: string;
  readonly rules: RuleSettings;
  /** `projects` is the index of the list; null for the one that comes with us. */
  readonly reading: Omit<Reading, 'projects'> & { readonly projects: number | null };
}

/** What a thread does that checks one file after another. */
export function checkFiles(): void {
  answerWith<SharedFacts, FileToCheck, CheckedFile>(({ files, form, lists, command }) => {
    const known = knownFromDirectory(new Directory(files), form);
    const projects = lists.map((list) => new ProjectList(list));
    const wants = wantedIn(command);
    return ({ text, shown, rules, reading }) => {
      const own = reading.projects === null ? null : (projects[reading.projects] ?? null);
      const document = () => readAgain(text, { ...reading, projects: own });
      const options = { since: null, scope: null, isToRepair: false, wants };
      return checkedFile(judged({ file: { document }, rules }, known, options).now, shown, command);
    };
  });
}
