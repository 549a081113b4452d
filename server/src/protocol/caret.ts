/** What the client says of the caret. */
import type { WirePosition } from './place';

/** Client to server, `CaretParams`: where the caret has come to stand. Said after a pause, of served documents only. */
export const caretMoved = 'mentorshipProposals/caretMoved';

export interface CaretParams {
  readonly uri: string;
  readonly position: WirePosition;
}
