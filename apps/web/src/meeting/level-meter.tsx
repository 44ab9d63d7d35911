import { useEffect, useRef, type ReactNode } from 'react';

const BARS = 16;
/** Below this, in decibels of full scale, nobody speaks. */
const QUIET_DB = -60;

/** Sixteen bars that follow the voice. They are moved outside of React: sixty times a second is no state. */
export function LevelMeter({ stream, onHeard }: { stream: MediaStream | null; onHeard: () => void }): ReactNode {
  const bars = useRef<HTMLSpanElement>(null);
  useEffect(() => {
    if (stream === null || stream.getAudioTracks().length === 0) return;
    const context = new AudioContext();
    const analyser = new AnalyserNode(context, { fftSize: 512, smoothingTimeConstant: 0.5 });
    context.createMediaStreamSource(stream).connect(analyser);
    const samples = new Float32Array(analyser.fftSize);
    let frame = 0;
    const draw = (): void => {
      analyser.getFloatTimeDomainData(samples);
      const power = samples.reduce((sum, sample) => sum + sample * sample, 0) / samples.length;
      const share = Math.max(0, Math.min(1, 1 - (10 * Math.log10(power + 1e-9)) / QUIET_DB));
      const lit = Math.round(share * BARS);
      if (lit > 2) onHeard();
      for (const [index, bar] of [...bars.current?.children ?? []].entries()) bar.toggleAttribute('data-lit', index < lit);
      frame = requestAnimationFrame(draw);
    };
    draw();
    return () => { cancelAnimationFrame(frame); void context.close(); };
  }, [stream, onHeard]);
  return <span ref={bars} className="level" aria-hidden>{Array.from({ length: BARS }, (_, index) => <i key={index} />)}</span>;
}
