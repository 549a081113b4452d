import { testShare } from './suite';

testShare(2);
