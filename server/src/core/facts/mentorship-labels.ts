/** The labels that repositories give to issues for mentorship programs, as GitHub's search takes them: case does not matter. */
export const mentorshipLabels: readonly string[] = [
  'mentorship',
  'mentorship-idea',
  'mentorship-project',
  'lfx',
  'lfx-mentorship',
  'lfx mentorship',
  'cncf-mentorship',
  'gsoc',
  'gsoc-idea',
  'gsoc-ideas',
  'google summer of code',
  'summer of code',
  'outreachy',
  'internship',
  'project idea',
  'project-idea',
];

const words =
  /^(?:.*[^a-z])?(?:mentorships?|lfx|gsoc|outreachy|internships?|summer of code|project ideas?)(?:[^a-z].*)?$/;

/** Whether a label is for a mentorship program, with whatever else it says: "mentorship 2026", "program/GSoC". */
export function isMentorshipLabel(label: string): boolean {
  return label.length <= 100 && words.test(label.toLowerCase().replace(/[\s_-]+/g, ' '));
}
