import { ArrowLeft } from "lucide-react";
import type { ReactNode } from "react";
import { Link } from "./link.tsx";

interface PageHeaderProps {
  title: ReactNode;
  description?: ReactNode;
  /** State of the thing the page is about, beside its title. */
  status?: ReactNode;
  actions?: ReactNode;
  back?: { href: string; label: string };
}

/** Top of a page: the way back, its one `h1`, what it is for, and what can be done. */
export function PageHeader({ title, description, status, actions, back }: PageHeaderProps) {
  return (
    <header className="grid gap-2">
      {back && (
        <Link
          href={back.href}
          className="-ml-1 inline-flex min-h-6 w-fit items-center gap-1.5 rounded-tag px-1 text-muted text-sm hover:text-ink max-md:min-h-10"
        >
          <ArrowLeft aria-hidden className="size-3.5" />
          {back.label}
        </Link>
      )}
      <div className="flex flex-wrap items-start justify-between gap-x-6 gap-y-4">
        <div className="grid min-w-0 gap-1">
          <div className="flex flex-wrap items-center gap-x-3 gap-y-1.5">
            <h1 className="min-w-0 font-semibold text-2xl [overflow-wrap:anywhere]">{title}</h1>
            {status}
          </div>
          {description && <p className="max-w-prose text-muted">{description}</p>}
        </div>
        {actions && (
          <div className="flex flex-wrap items-center gap-2 max-sm:w-full max-sm:*:flex-1">{actions}</div>
        )}
      </div>
    </header>
  );
}
