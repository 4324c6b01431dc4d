import { redirect } from "next/navigation";
import { requireOperator } from "#lib/auth/require-operator.ts";

export default async function OperatorPage() {
  await requireOperator();
  redirect("/operator/revenue");
}
