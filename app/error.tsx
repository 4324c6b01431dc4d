"use client";

import { type BrokenPageProps, BrokenState } from "#components/errors/broken-state.tsx";
import { LostPage } from "#components/errors/lost-page.tsx";

export default function ErrorPage(props: BrokenPageProps) {
  return (
    <LostPage>
      <BrokenState {...props} />
    </LostPage>
  );
}
