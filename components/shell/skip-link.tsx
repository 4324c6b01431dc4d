import { shell as t } from "#lib/words/en/screens/shell.ts";
/** First in the tab order: past the navigation, to the element with the id "content". */
export function SkipLink() {
  return (
    <a
      href="#content"
      className="sr-only focus:not-sr-only focus:fixed! focus:top-2 focus:left-2 focus:z-50 focus:rounded-control focus:bg-ink focus:px-4! focus:py-2.5! focus:font-medium focus:text-canvas"
    >
      {t("skip_link_skip_content")}
    </a>
  );
}
