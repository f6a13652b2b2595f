# Builds Sortkey's packages for Windows into target\package: an app image (Sortkey\) and, where the
# WiX Toolset is installed, Sortkey-VERSION.msi. Each has a Java runtime of its own. DynamoDB Local
# is in none of them: its licence forbids it. Needs Maven and a JDK 25 or newer (JAVA_HOME).
# The start cache of the other systems is left out: it is written when the JVM is asked to end by a
# signal, which Windows does not have.
$ErrorActionPreference = 'Stop'
Set-Location (Join-Path $PSScriptRoot '..')

function Fail($message) { Write-Error "packaging: $message"; exit 1 }
function Run($program) {
    & $program @args
    if ($LASTEXITCODE -ne 0) { Fail "$program ended with $LASTEXITCODE" }
}

$candidates = @($env:JAVA_HOME) + (Get-ChildItem "$env:ProgramFiles\Java", "$env:ProgramFiles\Eclipse Adoptium" `
    -Directory -ErrorAction SilentlyContinue | ForEach-Object FullName)
$jdk = $candidates | Where-Object { $_ -and (Test-Path "$_\bin\jpackage.exe") -and (Test-Path "$_\release") `
    -and ((Get-Content "$_\release" | Select-String 'JAVA_VERSION="(\d+)').Matches.Groups[1].Value -as [int]) -ge 25 } |
    Select-Object -First 1
if (-not $jdk) { Fail 'no JDK 25 or newer with jlink and jpackage found; set JAVA_HOME to one' }

# The same modules and options as packaging/build, from the same file.
$shared = Get-Content 'packaging/modules'
$modules = ($shared | Select-String '^modules="(.*)"').Matches.Groups[1].Value
$options = $shared | Select-String '^  "(.*)"$' | ForEach-Object { '--java-options', $_.Matches.Groups[1].Value }

$out = 'target\package'
if (Test-Path $out) { Remove-Item -Recurse -Force $out }
New-Item -ItemType Directory -Force "$out\input" | Out-Null

Write-Host 'Building Sortkey'
Run mvn -B -q -ntp '-Dmaven.test.skip=true' package
Run mvn -B -q -ntp dependency:copy-dependencies '-DincludeScope=runtime' `
    '-DexcludeGroupIds=org.openjfx' "-DoutputDirectory=$PWD\$out\input"
$jar = Get-ChildItem target\sortkey-*.jar | Select-Object -First 1
$version = $jar.BaseName -replace '^sortkey-', ''
Copy-Item $jar.FullName "$out\input"

Write-Host 'Linking a runtime'
Run "$jdk\bin\jlink.exe" --module-path target\javafx --add-modules $modules `
    --strip-java-debug-attributes --no-header-files --no-man-pages --compress zip-6 --output "$out\runtime"
# The sandbox is a child of the same runtime.
if (-not (Test-Path "$out\runtime\bin\java.exe")) { Fail 'the runtime has no bin\java.exe' }

$common = '--name', 'Sortkey', '--app-version', $version, '--vendor', 'Sortkey',
    '--description', 'A desktop explorer for Amazon DynamoDB',
    '--copyright', "Sortkey's authors; Apache License 2.0"
Run "$jdk\bin\jpackage.exe" --type app-image --dest $out --runtime-image "$out\runtime" `
    --input "$out\input" --main-jar $jar.Name --main-class dev.sortkey.Main `
    --icon icons\sortkey.ico @options @common
Write-Host "Built $out\Sortkey"

if ((Get-Command wix -ErrorAction SilentlyContinue) -or (Get-Command candle -ErrorAction SilentlyContinue)) {
    Run "$jdk\bin\jpackage.exe" --type msi --dest $out --app-image "$out\Sortkey" `
        --license-file LICENSE --win-menu --win-menu-group Sortkey --win-dir-chooser --win-per-user-install `
        --win-upgrade-uuid 6f3b2f0e-5d2c-4c1a-9a57-2b1d7f0c9e41 @common
    Write-Host "Built $(Get-ChildItem $out\*.msi | ForEach-Object FullName)"
} else {
    Write-Warning 'no WiX Toolset found, so no msi was built; the app image runs as it is'
}
