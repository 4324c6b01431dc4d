import type { Metadata } from "next";
import { LostPage } from "#components/errors/lost-page.tsx";
import { NotFoundState } from "#components/errors/not-found-state.tsx";

export const metadata: Metadata = { title: "Nothing here" };

export default function NotFound() {
  return (
    <LostPage>
      <NotFoundState />
    </LostPage>
  );
}
