/** Proposals that a project may have in a term where nothing else is said: as in quotas.yml of the mentoring repository. */
export const usualQuota = 4;

/** Other quotas, by the slug of the project. */
export const quotas: Readonly<Record<string, number>> = { k8s: 8 };
