import { CircleCheck } from "lucide-react";
import type { Metadata } from "next";

export const metadata: Metadata = { title: "Thank you" };

/** Where a guest comes to from the provider's page. It says nothing that nobody may know, so it needs no session. */
export default function PaidPage() {
  return (
    <main
      id="content"
      className="grid min-h-dvh content-center justify-items-center gap-4 px-gutter text-center"
    >
      <CircleCheck aria-hidden className="size-10 text-success" />
      <div className="grid gap-1">
        <h1 className="font-semibold text-2xl">Thank you</h1>
        <p className="text-muted">The shop sees your payment in a moment. You can close this page.</p>
      </div>
    </main>
  );
}
