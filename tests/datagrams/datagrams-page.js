/* The page of datagrams-browser.test.ts: one audio call whose answer the test writes. */

/** Creates the call; gives the offer. */
globalThis.offerCall = async () => {
  const pc = new RTCPeerConnection({ bundlePolicy: 'max-bundle' });
  const audio = new AudioContext();
  const tone = audio.createOscillator();
  const out = audio.createMediaStreamDestination();
  tone.connect(out);
  tone.start();
  pc.addTrack(out.stream.getAudioTracks()[0], out.stream);
  globalThis.call = pc;
  await pc.setLocalDescription(await pc.createOffer());
  return pc.localDescription.sdp;
};

/** Takes the answer; resolves when the connection stands or failed. */
globalThis.answerCall = async sdp => {
  const pc = globalThis.call;
  const settled = new Promise(resolve => {
    pc.onconnectionstatechange = () => { if (['connected', 'failed'].includes(pc.connectionState)) resolve(pc.connectionState); };
  });
  await pc.setRemoteDescription({ type: 'answer', sdp });
  return settled;
};

/** Resolves when so many packets have come back; gives what the statistics say. */
globalThis.awaitEcho = packets => new Promise(resolve => {
  const look = async () => {
    const reports = [...(await globalThis.call.getStats()).values()];
    const inbound = reports.find(report => report.type === 'inbound-rtp');
    if ((inbound?.packetsReceived ?? 0) < packets) {
      requestAnimationFrame(look);
      return;
    }
    const transport = reports.find(report => report.type === 'transport');
    resolve({
      received: inbound.packetsReceived, lost: inbound.packetsLost,
      // Firefox has no statistics of the transport.
      srtp: transport?.srtpCipher, tls: transport?.tlsVersion, cipher: transport?.dtlsCipher,
    });
  };
  look();
});
