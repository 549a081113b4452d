import { testShare } from './suite';

testShare(3);
