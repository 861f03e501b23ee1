<?php
/**
 * What WordPress's own command line would do, which Debian has no package of: `php setup.php <root> <url> <command> <json>`.
 *
 * install: the tables, the plugin, an administrator and an editor who may not write HTML; prints the version.
 * settings: the plugin's, as far as they are given.
 * page: a published page as one of them would have sent it; prints its address.
 */

list( , $root, $url, $command, $json ) = $argv;
$given = json_decode( $json, true );

$_SERVER['HTTP_HOST']       = parse_url( $url, PHP_URL_HOST ) . ':' . parse_url( $url, PHP_URL_PORT );
$_SERVER['SERVER_NAME']     = $_SERVER['HTTP_HOST'];
$_SERVER['REQUEST_URI']     = '/';
$_SERVER['SERVER_PROTOCOL'] = 'HTTP/1.1';
if ( 'install' === $command ) {
	define( 'WP_INSTALLING', true );
}
require $root . '/wp-load.php';
require_once ABSPATH . 'wp-admin/includes/admin.php';

if ( 'install' === $command ) {
	require_once ABSPATH . 'wp-admin/includes/upgrade.php';
	// Nobody is written to.
	add_filter( 'pre_wp_mail', '__return_true' );
	wp_install( 'A therapist', 'admin', 'admin@example.com', false, '', $given['password'] );
	update_option( 'siteurl', $url );
	update_option( 'home', $url );
	$editor = wp_create_user( 'editor', $given['password'], 'editor@example.com' );
	( new WP_User( $editor ) )->set_role( 'editor' );
	get_role( 'editor' )->remove_cap( 'unfiltered_html' );
	switch_theme( 'twentytwentythree' );
	$result = activate_plugin( 'knead/knead.php' );
	if ( is_wp_error( $result ) ) {
		fwrite( STDERR, $result->get_error_message() );
		exit( 1 );
	}
	echo $wp_version;
}

if ( 'settings' === $command ) {
	update_option( 'knead', $given + get_option( 'knead' ) );
}

if ( 'page' === $command ) {
	// Filters what this user may not write, as the editor's requests do.
	wp_set_current_user( get_user_by( 'login', $given['author'] )->ID );
	$page = wp_insert_post(
		wp_slash(
			array(
				'post_type'    => 'page',
				'post_status'  => 'publish',
				'post_title'   => 'Book',
				'post_content' => $given['content'],
			)
		),
		true
	);
	if ( is_wp_error( $page ) ) {
		fwrite( STDERR, $page->get_error_message() );
		exit( 1 );
	}
	echo get_permalink( $page );
}
