/**
 * ONNX Runtime 1.30 for Linux and macOS writes a device id and a list of events to the user's cache and sends them to its maker, unless
 * it is told not to before its first session (found in the files it left; the switch is read from the environment). Every process that
 * runs models, or starts one that does, calls this first.
 */
export function forbidTelemetry(environment: NodeJS.ProcessEnv = process.env): void {
  environment['ORT_DISABLE_TELEMETRY'] = '1';
}
