import { secureHeaders } from 'hono/secure-headers';

const unusedFeatures = [
  'camera',
  'clipboardRead',
  'displayCapture',
  'geolocation',
  'microphone',
  'payment',
  'usb',
];

/** Headers of every answer: nothing of other sites is loaded, and no other site can frame or hear of this one. */
export function securityHeaders(publicUrl: string) {
  return secureHeaders({
    contentSecurityPolicy: {
      defaultSrc: ["'self'"],
      styleSrc: ["'self'", "'unsafe-inline'"],
      imgSrc: ["'self'", 'data:'],
      frameAncestors: ["'none'"],
      formAction: ["'self'"],
      baseUri: ["'none'"],
      objectSrc: ["'none'"],
    },
    referrerPolicy: 'no-referrer',
    permissionsPolicy: {
      clipboardWrite: ['self'],
      fullscreen: ['self'],
      ...Object.fromEntries(unusedFeatures.map((feature) => [feature, []])),
    },
    xFrameOptions: 'DENY',
    strictTransportSecurity: publicUrl.startsWith('https:') ? 'max-age=31536000' : false,
  });
}
