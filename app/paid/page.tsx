import { Receipt } from "lucide-react";
import type { Metadata } from "next";

export const metadata: Metadata = { title: "Thank you" };

/**
 * Where a guest comes to from the provider's page, paid or not: the provider leads to it from its way back too. It says
 * nothing that nobody may know, so it needs no session.
 */
export default function PaidPage() {
  return (
    <main
      id="content"
      className="grid min-h-dvh content-center justify-items-center gap-4 px-gutter text-center"
    >
      <Receipt aria-hidden className="size-10 text-muted" />
      <div className="grid gap-1">
        <h1 className="font-semibold text-2xl">Thank you</h1>
        <p className="max-w-prose text-muted">
          If you have paid, the shop sees it in a moment. If you have not, nothing was taken: scan the code or
          open the link again. You can close this page.
        </p>
      </div>
    </main>
  );
}
