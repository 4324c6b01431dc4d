import { z } from "zod";

const idText = z.string().min(1).max(255);
const withId = z.looseObject({ id: idText });

/** The id of another object, which stands there itself once it is expanded. https://docs.stripe.com/api/expanding_objects */
export function idOf(value: unknown): string | null {
  return idText.safeParse(value).data ?? withId.safeParse(value).data?.id ?? null;
}
