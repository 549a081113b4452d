/** Proposals that a project may have in a term where nothing else is said: as in quotas.yml of the mentoring repository. */
const usual = 4;

/** Other quotas, by the slug of the project. */
const quotas: Readonly<Record<string, number>> = { k8s: 8 };

/** How many proposals a project may have in a term, by its slug. */
export function quotaOf(slug: string): number {
  return Object.hasOwn(quotas, slug) ? (quotas[slug] ?? usual) : usual;
}
