import { Notice } from "#components/ui/notice.tsx";

/** Said where scripts are off: the editor is nothing without them. */
export function NeedsScripts() {
  return (
    <noscript>
      <Notice tone="warning" title="The editor needs JavaScript">
        Publishing what is saved works without it. To change the automation, allow scripts for this page.
      </Notice>
    </noscript>
  );
}
