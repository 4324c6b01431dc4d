import { Button } from "#components/ui/button.tsx";
import { Notice } from "#components/ui/notice.tsx";
import { common } from "#lib/words/en/screens/common.ts";
import { integrationsConnect as t } from "#lib/words/en/screens/integrations-connect.ts";

interface ConsentWaitProps {
  name: string;
  onShow: () => void;
  onGiveUp: () => void;
}

/** While the app's page is open in its own window. */
export function ConsentWait({ name, onShow, onGiveUp }: ConsentWaitProps) {
  return (
    <div role="status">
      <Notice tone="progress" title={t("consent_wait_title")}>
        <p>{t("consent_wait_name_asks_there_whether", { name })}</p>
        <div className="mt-2 flex flex-wrap gap-2">
          <Button size="sm" onClick={onShow}>
            {t("consent_wait_show_window")}
          </Button>
          <Button size="sm" variant="ghost" onClick={onGiveUp}>
            {common("cancel")}
          </Button>
        </div>
      </Notice>
    </div>
  );
}
