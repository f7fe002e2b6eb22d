package org.pressmark.residue;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;

/// The weights as a file: a magic number, the scale, eight biases, then a byte for each weight, as
/// they stand in [Model]. Zeros are most of it; the jar packs them.
final class ModelFile {
  private static final int MAGIC = 0x504d5231; // "PMR1"

  private ModelFile() {}

  static byte[] bytes(Model model) throws IOException {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    DataOutputStream out = new DataOutputStream(bytes);
    out.writeInt(MAGIC);
    out.writeInt(model.scale);
    for (int bias : model.bias) {
      out.writeInt(bias);
    }
    out.write(model.codeWeights);
    out.write(model.stringWeights);
    out.write(model.edgeWeights);
    return bytes.toByteArray();
  }

  static Model read(byte[] bytes) {
    try (DataInputStream in = new DataInputStream(new ByteArrayInputStream(bytes))) {
      if (in.readInt() != MAGIC) {
        throw new IllegalArgumentException("not a file of weights of this version");
      }
      int scale = in.readInt();
      int[] bias = new int[Model.EDGES];
      for (int i = 0; i < bias.length; i++) {
        bias[i] = in.readInt();
      }
      byte[] code = in.readNBytes(1 << Features.TOKEN_BITS);
      byte[] string = in.readNBytes(1 << Features.TOKEN_BITS);
      byte[] edge = in.readNBytes((1 << Features.EDGE_BITS) * Model.EDGES);
      return new Model(scale, code, string, edge, bias);
    } catch (IOException e) {
      throw new UncheckedIOException("the file of weights is too short", e);
    }
  }
}
