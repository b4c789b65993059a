export function isLoopbackHost(name: string): boolean {
  return ['localhost', '127.0.0.1', '[::1]', '::1'].includes(name);
}
