import { DetailLoading } from "#components/listing/detail-loading.tsx";

export default function SandboxLoading() {
  return <DetailLoading what="the sandbox" />;
}
