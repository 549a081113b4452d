import type { Ask, Refuse } from '../editor/rename';
import type { Question } from '../submission/sending';

/** What commands that make drafts need of the extension. */
export interface DraftHost {
  /** Starts the server where there is none. */
  readonly ask: Ask;
  readonly refuse: Refuse;
  /** Shows a message with buttons. */
  readonly offer: Question;
}
