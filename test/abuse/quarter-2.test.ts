import { testShare } from './suite';

testShare(1);
