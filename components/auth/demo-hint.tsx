import { Button } from "#components/ui/button.tsx";

interface DemoHintProps {
  email: string;
  password: string;
  isPending: boolean;
  onUse: () => void;
}

/** The demo sign-in, on a development machine only. */
export function DemoHint({ email, password, isPending, onUse }: DemoHintProps) {
  return (
    <section
      aria-label="Demo sign-in"
      className="flex flex-wrap items-center justify-between gap-x-4 gap-y-3 rounded-card border border-line-strong border-dashed px-4 py-3"
    >
      <div className="min-w-0">
        <p className="font-medium text-sm">Demo on this machine</p>
        <p className="font-mono text-muted text-sm [overflow-wrap:anywhere]">{email}</p>
        <p className="font-mono text-muted text-sm">{password}</p>
      </div>
      <Button size="sm" isPending={isPending} onClick={onUse}>
        Use the demo
      </Button>
    </section>
  );
}
