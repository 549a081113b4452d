/** A drafts file of which one proposal lacks its skills, with the caret in that proposal's heading. */
export const incomplete = `
  ## Proposed Project ideas

  ### Jaeger

  #### Faster $0queries

  - Description: Queries are slow.
  - Expected Outcome: They are fast.
  - Mentor(s):
    - Ada Example (@ada-example, ada@example.org)
    - Max Sample (@max-sample, max@example.org)
  - Upstream Issue: https://github.com/jaegertracing/jaeger/issues/1
`;

export const complete = incomplete.replace('  - Mentor(s):', '  - Recommended Skills: Go\n  - Mentor(s):');

/** The same file with the caret in its upstream issue. */
export const atIssue = complete.replace('$0', '').replace('github.com', 'git$0hub.com');
