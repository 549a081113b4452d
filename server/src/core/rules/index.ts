import { emptyField } from './empty-field';
import { missingField } from './missing-field';
import type { Rule } from './rule';

/** All rules, in the order in which they are documented. */
export const rules: readonly Rule[] = [missingField, emptyField];
