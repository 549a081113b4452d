import { testShare } from './suite';

testShare(0);
