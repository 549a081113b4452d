/** An issue that says a whole proposal, and one thing that no program asks for. */
export const proposalIssue = {
  title: '[LFX 2026 T3] Open the search page at once',
  labels: ['enhancement', 'LFX Mentorship'],
  body: `### CNCF Project

Jaeger

### Description

The search page reads the names of all services before it shows anything, see #7101.

With a thousand services that takes a minute.

### Expected Outcome

- The page opens at once, whatever the number of services
- A benchmark in the nightly build shows it

### Recommended Skills

- Go
- TypeScript

### Technologies

Go, React

### Mentors

| Name | GitHub | Email | LFID |
| --- | --- | --- | --- |
| Ada Example | @ada-example | ada@example.org | adaex |
| Bo Sample | @bo-sample | bo@example.org | bosam |

### Budget

None is needed.
`,
};
