import { wake } from "#lib/jobs/wake.ts";

/** Says that an account's money is to be read. Called once that has committed. */
export function wakeBooks(): void {
  wake("books/ready");
}
