import { Button } from "#components/ui/button.tsx";
import { Notice } from "#components/ui/notice.tsx";

interface ConsentWaitProps {
  name: string;
  onShow: () => void;
  onGiveUp: () => void;
}

/** While the app's page is open in its own window. */
export function ConsentWait({ name, onShow, onGiveUp }: ConsentWaitProps) {
  return (
    <div role="status">
      <Notice tone="progress" title="Go on in the window that opened">
        <p>{name} asks there whether Patchbay may connect. This page notices when you are done.</p>
        <div className="mt-2 flex flex-wrap gap-2">
          <Button size="sm" onClick={onShow}>
            Show the window
          </Button>
          <Button size="sm" variant="ghost" onClick={onGiveUp}>
            Cancel
          </Button>
        </div>
      </Notice>
    </div>
  );
}
