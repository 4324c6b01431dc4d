/** How the fields of a recipe's form are called. */
export const installNames = {
  role: (name: string) => `role.${name}`,
  answer: (name: string) => `answer.${name}`,
  /** Of money that is taken at once: up to what amount, in which currency. */
  limit: (name: string) => `answer.${name}.limit`,
  currency: (name: string) => `answer.${name}.currency`,
} as const;

/** A choice of a role: a connection, and beside it an entry of its list or a new one. */
export const newEntry = "+";

export function formatChoice(integrationId: string, resource: string | null): string {
  return resource === null ? integrationId : `${integrationId} ${resource}`;
}
