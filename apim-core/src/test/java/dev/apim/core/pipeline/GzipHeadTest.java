package dev.apim.core.pipeline;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.zip.CRC32;
import java.util.zip.GZIPInputStream;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.Test;

class GzipHeadTest {
    private static final byte[] DATA = data();

    @Test
    void aHeadIsSoundWhereTheJdkTakesIt() {
        List<byte[]> heads = new ArrayList<>();
        for (int flags = 0; flags < 256; flags++) {
            for (byte[] head : List.of(head(flags, true), head(flags, false))) {
                for (int length = 0; length <= head.length; length++) {
                    heads.add(Arrays.copyOf(head, length));
                }
                heads.add(joined(head, DATA));
            }
        }
        Random random = new Random(7);
        for (int i = 0; i < 20_000; i++) {
            byte[] changed = heads.get(random.nextInt(heads.size())).clone();
            if (changed.length > 0) {
                changed[random.nextInt(changed.length)] = (byte) random.nextInt(256);
            }
            heads.add(changed);
        }
        for (byte[] head : heads) {
            assertThat(GzipHead.isSound(head)).as(Arrays.toString(head)).isEqualTo(takenByTheJdk(head));
        }
    }

    private static boolean takenByTheJdk(byte[] bytes) {
        try (GZIPInputStream in = new GZIPInputStream(new ByteArrayInputStream(bytes))) {
            return true;
        } catch (IOException broken) {
            return false;
        }
    }

    /** With an extra field, a name, a comment and a checksum as the flags say. */
    private static byte[] head(int flags, boolean rightSum) {
        ByteArrayOutputStream head = new ByteArrayOutputStream();
        head.writeBytes(new byte[] {0x1f, (byte) 0x8b, 8, (byte) flags, 0, 0, 0, 0, 0, 0});
        if ((flags & 4) != 0) {
            head.writeBytes(new byte[] {3, 0, 1, 0, 2});
        }
        if ((flags & 8) != 0) {
            head.writeBytes(new byte[] {'n', 0});
        }
        if ((flags & 16) != 0) {
            head.writeBytes(new byte[] {'c', 'c', 0});
        }
        if ((flags & 2) != 0) {
            CRC32 sum = new CRC32();
            sum.update(head.toByteArray());
            long value = rightSum ? sum.getValue() : sum.getValue() + 1;
            head.writeBytes(new byte[] {(byte) value, (byte) (value >> 8)});
        }
        return head.toByteArray();
    }

    private static byte[] data() {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (GZIPOutputStream out = new GZIPOutputStream(bytes)) {
            out.write(1);
        } catch (IOException e) {
            throw new AssertionError(e);
        }
        return Arrays.copyOfRange(bytes.toByteArray(), 10, bytes.size());
    }

    private static byte[] joined(byte[] first, byte[] second) {
        byte[] joined = Arrays.copyOf(first, first.length + second.length);
        System.arraycopy(second, 0, joined, first.length, second.length);
        return joined;
    }
}
