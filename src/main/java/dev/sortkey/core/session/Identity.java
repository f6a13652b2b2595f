package dev.sortkey.core.session;

import org.jspecify.annotations.Nullable;

/// Who a session is, as STS says, or null parts where the endpoint has no STS.
public record Identity(@Nullable String account, @Nullable String arn, String label) {}
