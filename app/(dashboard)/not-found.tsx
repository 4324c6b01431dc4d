import { NotFoundState } from "#components/errors/not-found-state.tsx";

export default function DashboardNotFound() {
  return <NotFoundState />;
}
