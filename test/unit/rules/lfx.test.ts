import { test } from 'vitest';
import { checkRule } from '../marks';

const readme = 'programs/lfx-mentorship/2025/01-Mar-May/README.md';

test('lfx-url: another page of LFX is no program, and a program is no issue', () => {
  const crowdfunding = 'https://crowdfunding.lfx.linuxfoundation.org/projects/0a1b2c3d-0000-4000-8000-00000000000a';
  const program = 'https://mentorship.lfx.linuxfoundation.org/project/0a1b2c3d-0000-4000-8000-00000000000a';
  const under = (address: string) => '^'.repeat(address.length);
  checkRule(
    'lfx-url',
    `#### T\n- Mentor(s): Ada @ada\n- LFX URL: ${crowdfunding}\n           ${under(crowdfunding)} Link the page of a program on LFX Mentorship (/project/ and its ID).\n#### U\n- Mentor(s): Ada @ada\n- Upstream Issue: ${program}\n                  ${under(program)} Move this LFX link to the field "LFX URL".\n- LFX URL: <${program}>\n`,
    { path: readme },
  );
});

test('program-name: a shortened title and a short name of the project are right, another term is not', () => {
  checkRule(
    'program-name',
    `
      ### CNCF TAG Network
      #### Queries over everything that is kept, made faster

      CNCF - TAG Network: Faster queries (2025 Term 1)

      - Description: d
      #### Smaller index

      CNCF - TAG Network: Smaller index (2024 Term 1)
      ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ The program name says 2024 Term 1, the file is for 2025 Term 1.

      - Description: d
    `,
    { path: readme },
  );
});

test('program-name: a long title is found in drafts since the third term of 2024, not in what was accepted or came before', () => {
  const title = 'x'.repeat(90);
  const text = `### Jaeger\n#### ${title}\n- Description: d\n- Mentor(s): Ada @ada\n`;
  checkRule('program-name', text, { path: readme });
  checkRule('program-name', text, { path: 'programs/lfx-mentorship/2024/02-Jun-Aug/project_ideas.md' });
  checkRule(
    'program-name',
    `${text.replace(`${title}\n`, `${title}\n     ${'^'.repeat(90)} Program name is 19 characters too long (119 of 100). Shorten the title.\n`)}`,
  );
});
