/** The default number of proposals per project and term, from quotas.yml in the mentoring repository. */
export const usualQuota = 4;

/** Exceptions, by project slug. */
export const quotas: Readonly<Record<string, number>> = { k8s: 8 };
