package dev.apim.core.resource;

/** A key store with one self-signed certificate of CN=client.test, valid for a hundred years. */
public final class TestCertificate {
    /** Opens {@link #DATA}. */
    public static final String PASSWORD = "s3cr3t-pass";

    /** SHA-1 of the certificate. */
    public static final String THUMBPRINT = "EDBDEB461387C63D3171A3798DD7E5D4049A1379";

    /** PKCS#12 in base64. */
    public static final String DATA =
            "MIID8AIBAzCCA5oGCSqGSIb3DQEHAaCCA4sEggOHMIIDgzCCASoGCSqGSIb3DQEHAaCCARsEggEXMIIBEzCCAQ8GCyqGSIb3DQEM"
                    + "CgECoIG9MIG6MGYGCSqGSIb3DQEFDTBZMDgGCSqGSIb3DQEFDDArBBQd6IX80dFhBRCdJMqy8WJTVVK70QICJxACASAwDAYIKoZI"
                    + "hvcNAgkFADAdBglghkgBZQMEASoEEO33ux7Lfl8Hv/QwesisC6EEUPgMZ05JjiA2zODKjH8oeannUmO+iG/c8o1ZiGsgAJTPCVYi"
                    + "qQvfBlYW64Jat+lDMrEXs4f/64sQB0duxraRPNqXlj7EymiuWHyYbyyiVrVcMUAwGwYJKoZIhvcNAQkUMQ4eDABjAGwAaQBlAG4A"
                    + "dDAhBgkqhkiG9w0BCRUxFAQSVGltZSAxNzk1NDEzNjM2MzU1MIICUQYJKoZIhvcNAQcGoIICQjCCAj4CAQAwggI3BgkqhkiG9w0B"
                    + "BwEwZgYJKoZIhvcNAQUNMFkwOAYJKoZIhvcNAQUMMCsEFLphBY6/d1HCaJKhljFUm2/ZiTRWAgInEAIBIDAMBggqhkiG9w0CCQUA"
                    + "MB0GCWCGSAFlAwQBKgQQ8Egq9kO7dqc+Fp5H6os+rICCAcD6NqDu4LHhQtNSdfofrfoxQnMI1JDfDpjcZWFvh0tKaqOGMy/tSSTb"
                    + "X5mS2e17aQAidVmwWUyjeA0JBoT++INV/EOrjHxOKkcv7Onu1ePuS4jhu4SHoJUMzNAAhUucZtRTKPSHZ1aLKX6MUo5pDjZdQWvo"
                    + "DX+5hxwHS6Zax7AdnLL4pJ8qt1CrY7S3mS/fIMkaHBgqMd75DsbXWy2i2Iu3NxERATBZ0mX+tzmCi736i51m6mPC26fzl1mvsCIr"
                    + "hEzQ1DqRzHgulUu49gNpendzeaTSpLBDl9bD/ks+Vx7TmBvLpRCtOqgvTSEWl4qgE7bK2bxFwZBhffB7dlBnk2JReg0WSAabhja3"
                    + "sva1DfPTt0gl5oJUA7TESxGFrHqnDs5rl36pTvdpRYBwWpPf+07pjZdiuBSEtFpnHAHgxrg6ORFvaxYpUdx5ranMJRx5pz+KGD96"
                    + "yMGx64MF3uwjVXv62SAzMU6xA5FIj46u0kqLeoIwCXa5ZvMyoelSFfXq0WMt7uEYyZqJfILQcRlDUp/H2nk64LM11wxFYBEJdfLk"
                    + "G7u0+CxYSf3+KqZSh96+xUrKQjU2EizmHO1GXSbTOo1uME0wMTANBglghkgBZQMEAgEFAAQgZRzlGYGgPlaY8TVYqWPc9leQObqr"
                    + "cjhOz9iFnYEGbcoEFC77up9bUJwyCLoOJD7WCvUz8ghvAgInEA==";

    private TestCertificate() {}
}
