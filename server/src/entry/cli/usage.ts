import type { CommandName } from './options';

/** What `--help` prints: about one command, or about all of them. */
export function usageOf(command: CommandName | null): string {
  return command === null ? general : texts[command];
}

const general = `Usage: mentorship-proposals [check] [OPTION…] [PATH…]
       mentorship-proposals COMMAND --help

Checks mentorship proposals in Markdown files. Without a PATH it checks the current folder.

Commands
  check       print the findings in proposals (the default)
  list        print terms, projects, proposals and mentors as JSON or CSV
  submission  prepare and check an issue of CNCF's proposal form
  draft       print the draft of a proposal that an issue describes
  rules       list all rules
  explain     print what a rule demands, and why

Examples
  mentorship-proposals                                    check the current folder
  mentorship-proposals --fix project_ideas.md             fix layout problems in a file
  mentorship-proposals check --changed-since origin/main  check what this branch changes
  mentorship-proposals explain missing-field              read about a rule

  --help, --version    on their own, without a PATH

Exit code: 0 without errors, 1 with errors, 2 if something could not be checked.
`;

const texts: Readonly<Record<CommandName, string>> = {
  check: `Usage: mentorship-proposals [check] [OPTION…] [PATH…]

Prints the findings in the proposals of each file and folder; without a PATH, of the current folder. "-" is standard
input. In a pipe, each finding is one line: path:line:column severity rule message.

What is checked
  --changed-since REV    only what this branch has changed since it left REV; also A...B
  --published            also term READMEs (a file given as PATH is always checked)
  --no-ignore            also files that .gitignore names
  --rule ID[=SEVERITY]   only this rule (can be repeated); with a severity: set it, or turn it off
  --stdin-filename PATH  the name of the file that "-" is, which tells its term and its configuration
  --upstream             ask GitHub about upstream issues, with GITHUB_TOKEN if it is set
  --upstream-timeout SECONDS
                         go on without what GitHub has not answered by then (default: 30)

What is done and printed
  --fix                  fix layout problems in the files
  -f, --format FORMAT    pretty (on a terminal), text (in a pipe), json, github, sarif, gitlab, junit, rdjson or
                         markdown
  --color WHEN           auto (default), always or never
  -o, --output FILE      write the findings to a file instead of standard output
  -q, --quiet            print errors only
  --severity SEVERITY    print only findings that are at least error, warning, information or hint
  --statistics           print the number of findings of each rule instead

What fails
  --max-warnings N       fail if there are more than N warnings
  --allow-empty          do not fail if there is nothing to check

Examples
  mentorship-proposals check programs
  mentorship-proposals check --changed-since origin/main --format github .
  mentorship-proposals check --fix -- "$FILE"
  git show main:project_ideas.md | mentorship-proposals check --stdin-filename project_ideas.md -

Write "--" before paths that you have not typed yourself: a file may be called --fix.

Exit code: 0 without errors, 1 with errors or more warnings than allowed, 2 for wrong usage, an invalid configuration
(nothing is written then), a file that cannot be read or written, or a PATH with nothing to check.
`,
  list: `Usage: mentorship-proposals list --json|--csv [--no-ignore] [PATH…]

Prints the terms, projects, proposals and mentors of all proposals files; without a PATH, of the current folder.
  --json       as one JSON document
  --csv        as a table with one row for each proposal
  --no-ignore  also files that .gitignore names

Example
  mentorship-proposals list --csv programs > proposals.csv
`,
  submission: `Usage: mentorship-proposals submission body|url|check FILE [--proposal TITLE]
       mentorship-proposals submission verdict --json FILE

submission body prints the body of the issue that a draft becomes with CNCF's proposal form, submission url the address of
the form with its text fields filled in, and submission check what the form's bot would refuse.
  --proposal TITLE  the proposal, if FILE has more than one

submission verdict prints what the bot of CNCF's proposal form would say about the issues in FILE, a JSON list of
{ "id", "title", "body" } and, if there are any, "labels" and "others" (open proposals with their "body").

Example
  mentorship-proposals submission check draft.md --proposal "Faster builds"
`,
  draft: `Usage: mentorship-proposals draft --from-issue FILE|URL [--for PROGRAM | --like FILE] [--issue-form FILE]
                                    [--json]

Prints the draft of a proposal that an issue describes. FILE is JSON: one issue or a list of { "url", "title", "body" }.
A URL is asked of GitHub, with GITHUB_TOKEN if it is set.
  --for PROGRAM      lfx (default), gsoc or outreachy
  --like FILE        in the shape of the proposals in FILE: an idea list, a template or an issue form
  --issue-form FILE  the issue form that the issue was made with; without it, those in .github/ISSUE_TEMPLATE count
  --json             what the issue says, by field, and as "rest" what no field of the draft holds

Example
  mentorship-proposals draft --from-issue https://github.com/owner/repository/issues/1 > draft.md
`,
  rules: `Usage: mentorship-proposals rules

Lists all rules with their severity and what they demand.
`,
  explain: `Usage: mentorship-proposals explain RULE…

Prints what a rule demands, why, and an example.

Example
  mentorship-proposals explain missing-field
`,
};
