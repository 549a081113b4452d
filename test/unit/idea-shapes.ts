/** Lists of invented organizations, each in a shape that real lists have. */

export interface Shape {
  readonly name: string;
  /** As it is written in the list. */
  readonly mentorsLabel: string;
  readonly text: string;
}

const titles = ['Faster queries', 'Smaller images', 'Better docs'];

function list(
  of: (title: string, i: number) => string,
  head = '# Project ideas for 2026\n\nWrite to our mentors.\n',
): string {
  return [head, ...titles.map(of)].join('\n');
}

const people = ['[Ada Example](https://github.com/ada-example)', 'Bo Sample', 'Cy Probe (@cy-probe, cy@example.org)'];

export const shapes: readonly Shape[] = [
  {
    name: 'bold labels with the value below',
    mentorsLabel: 'Mentors',
    text: list(
      (title, i) =>
        `## ${title}\n\n**Description**\n\nWhat there is to do.\n\n**Project size**\n\nLarge\n\n**Mentors**\n\n- ${people[i]}\n`,
    ),
  },
  {
    name: 'bold labels and values on a line',
    mentorsLabel: 'Mentors',
    text: list(
      (title, i) =>
        `### ${title}\n\nWhat there is to do.\n\n**Skills:** Go  \n**Difficulty:** hard  \n**Mentors:** ${people[i]}  \n`,
    ),
  },
  {
    name: 'italic labels',
    mentorsLabel: 'Possible mentors',
    text: list(
      (title, i) =>
        `### ${title}\n\nWhat there is to do.\n\n_Expected Project Size_: 175 hours\n\n_Difficulty_: medium\n\n_Possible mentors_: ${people[i]}\n`,
    ),
  },
  {
    name: 'plain lines',
    mentorsLabel: 'Possible mentors',
    text: list(
      (title, i) =>
        `## ${title}\n\nEffort: 90 hours\n\nWhat there is to do.\n\nPossible mentors:\n- ${people[i]}\n\nDifficulty: easy\n`,
    ),
  },
  {
    name: 'list items behind the text',
    mentorsLabel: 'Potential mentor(s)',
    text: list(
      (title, i) =>
        `### ${title}\n\nWhat there is to do.\n\n- Project size: 175 hours\n- Difficulty: high\n- Potential mentor(s): ${people[i]}\n`,
    ),
  },
  {
    name: 'headings as labels',
    mentorsLabel: 'Possible mentors',
    text: list(
      (title, i) =>
        `## ${title}\n\nWhat there is to do.\n\n### Expected outcomes\n\nIt works.\n\n### Possible mentors\n\n${people[i]}\n\n### Difficulty\n\nMedium\n`,
    ),
  },
  {
    name: 'a table of pairs',
    mentorsLabel: 'Mentors',
    text: list(
      (title, i) =>
        `## ${title}\n\n### Abstract\n\nWhat there is to do.\n\n| Category | Rating |\n| --- | --- |\n| Difficulty | Easy |\n| Project Size | Large |\n| Mentors | ${people[i]} |\n`,
    ),
  },
  {
    name: 'a table whose columns are labels',
    mentorsLabel: 'Mentors',
    text: list(
      (title, i) =>
        `## ${title}\n\n### Abstract\n\nWhat there is to do.\n\n| **Intensity** | **Involves** | **Mentors** |\n| --- | --- | --- |\n| Hard | Go | ${people[i]} |\n`,
    ),
  },
  {
    name: 'several tables below one heading',
    mentorsLabel: 'Mentor',
    text: list(
      (title, i) =>
        `| Title | ${title} |\n| --- | --- |\n| Expected Outcome | It works. |\n| Expected Difficulty | Easy |\n| Mentor | ${people[i]} |\n`,
      '# Project ideas\n',
    ),
  },
  {
    name: 'underlined headings',
    mentorsLabel: 'Mentor',
    text: list(
      (title, i) =>
        `${title}\n-----\n\nWhat there is to do.\n\n**Mentor**: ${people[i]}\n\n**Time**: no\n\n**Difficulty**: easy\n`,
    ),
  },
  {
    name: 'numbered titles in categories',
    mentorsLabel: 'Mentors',
    text: list(
      (title, i) =>
        `## Part ${i % 2}\n\n### ${i + 1}. ${title}\n\nWhat there is to do.\n\n* **Required skills**: Go\n* **Mentors**: ${people[i]}\n`,
    ),
  },
  {
    name: 'folds',
    mentorsLabel: 'Mentor',
    text: list(
      (title, i) =>
        `<details>\n<summary>${title}</summary>\n\nWhat there is to do.\n\n**Mentor:** ${people[i]}\n\n**Skills:** Go\n\n</details>\n`,
    ),
  },
  {
    name: 'numbered items with a bold title',
    mentorsLabel: 'Mentors',
    text: list(
      (title, i) =>
        `${i + 1}. **${title}**\n\n   What there is to do.\n\n   - Skills: Go\n   - Mentors: ${people[i]}\n   - Size: medium\n`,
    ),
  },
  {
    name: 'bold titles between rules',
    mentorsLabel: 'Mentors',
    text: list(
      (title, i) => `**${title}**\n\nWhat there is to do.\n\n*Mentors*: ${people[i]}\n\n*Skills*: Go\n\n---\n`,
    ),
  },
  {
    name: 'symbols before labels',
    mentorsLabel: 'Mentors',
    text: list(
      (title, i) =>
        `## ${title}\n\n📝 **Description:** What there is to do.\n\n👩‍🏫 **Mentors:** ${people[i]}\n\n🛠️ **Skills:** Go\n`,
    ),
  },
  {
    name: 'definitions',
    mentorsLabel: 'Mentors',
    text: list(
      (title, i) =>
        `## ${title}\n\nWhat there is to do.\n\nMentors\n: ${people[i]}\n\nSkills\n: Go\n\nDifficulty\n: easy\n`,
    ),
  },
  {
    name: 'italic labels in one line',
    mentorsLabel: 'Mentors',
    text: list(
      (title, i) => `### ${title}\n\n*Mentors:* ${people[i]} | *Skills:* Go | *Size:* 175h\n\nWhat there is to do.\n`,
    ),
  },
  {
    name: 'numbers as headings and a label for the title',
    mentorsLabel: 'Mentors',
    text: list(
      (title, i) =>
        `## Project ${i + 1}\n\n- **Title**: ${title}\n- **Description**: What there is to do.\n- **Mentors**: ${people[i]}\n- **Skills**: Go\n`,
    ),
  },
];

/** Texts that speak of mentors, skills and projects, and hold no proposal. */
export const others: Readonly<Record<string, string>> = {
  application: `# Faster queries

## About me

I am a student. I have worked with Go.

## Abstract

I will make queries fast.

## Mentors

Ada Example

## Schedule of deliverables

### Week 1

I will begin.

## Experience

Go

## Why this project?

I like it.
`,
  report: `# Google Summer of Code 2025 – final report

- Mentors: Ada Example
- Project size: 350 hours
- Organization: Example

## What was done

I worked on queries.

## What is left to do

Much.

## Pull requests

- None
`,
  process: `# How we mentor

## Mentors

Mentors answer within a day.

## Requirements

- Be kind.

## Mentees

Mentees write every week.
`,
  readme: `# Example

A library.

## Requirements

Node.

## Contributing

See the guide.

## Mentors

- Ada Example
- Bo Sample
`,
  attacks: `# Attack tree

Ask the mentor of the course.

## Outdated library

* **Description:** It has known holes.
* **Effort:** Low
* **Skill Level:** Beginner
* **Detection Difficulty:** Easy

## Weak password

* **Description:** It is guessed.
* **Effort:** Low
* **Skill Level:** Beginner
* **Detection Difficulty:** Hard
`,
  skeleton: `# Ideas

## Idea #x

* _Difficulty:_ ____
* _Requirements:_ ____
* _Mentors:_ ____
`,
  changes: `# Changes

## 2.0.0

- Mentors: can be listed
- Size: of the download halved

## 1.0.0

- First release
`,
  notes: `# Meeting of 2026-03-01

## Summer of Code

- Mentors: Ada and Bo
- Deadline: Monday

## Next release

- Size: to be measured
`,
};
