/** Validation of links as VS Code's settings are when somebody turns it on: for the library, and for the server. */

export const validation = {
  validateReferences: 'warning',
  validateFragmentLinks: 'warning',
  validateFileLinks: 'warning',
  validateMarkdownFileLinkFragments: 'warning',
  validateUnusedLinkDefinitions: 'hint',
  validateDuplicateLinkDefinitions: 'warning',
  ignoreLinks: [],
};

export const settings = {
  markdown: {
    server: { log: 'off' },
    suggest: { paths: { enabled: true, includeWorkspaceHeaderCompletions: 'never' } },
    occurrencesHighlight: { enabled: false },
    preferredMdPathExtensionStyle: 'auto',
    validate: {
      enabled: true,
      referenceLinks: { enabled: validation.validateReferences },
      fragmentLinks: { enabled: validation.validateFragmentLinks },
      fileLinks: { enabled: validation.validateFileLinks, markdownFragmentLinks: 'inherit' },
      unusedLinkDefinitions: { enabled: validation.validateUnusedLinkDefinitions },
      duplicateLinkDefinitions: { enabled: validation.validateDuplicateLinkDefinitions },
      ignoredLinks: [],
    },
  },
};
