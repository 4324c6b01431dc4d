import { LostPage } from "#components/errors/lost-page.tsx";
import { NotFoundState } from "#components/errors/not-found-state.tsx";
import { titled } from "#lib/auth/titled.ts";
import { shellPages as t } from "#lib/words/en/screens/shell-pages.ts";

export const generateMetadata = titled(() => ({ title: t("not_found_title") }));

export default function NotFound() {
  return (
    <LostPage>
      <NotFoundState />
    </LostPage>
  );
}
